// Contenders in processes of their own that answer questions in turn.
import { fork } from 'node:child_process'

/** @returns {Promise<{ name: string, ask: (...what: unknown[]) => Promise<any>, end: () => void }>} */
export async function contender(file, given, name) {
  const child = fork(file, [...given, name], { execArgv: ['--expose-gc'] })
  let settle
  child.on('message', (message) => settle?.resolve(message))
  child.on('exit', (code) => settle?.reject(new Error(`${name} ended with ${code}`)))
  const answer = () => new Promise((resolve, reject) => (settle = { resolve, reject }))
  await answer()
  const ask = async (...what) => {
    const answered = answer()
    child.send(what)
    return (await answered).answer
  }
  return { name, ask, end: () => child.disconnect() }
}

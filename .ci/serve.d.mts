import type { Server } from 'node:http'

export function createStaticServer(folder: string): Server
export function listen(server: Server, port: number, exact: boolean): Promise<number>

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type BrowserContext } from '@playwright/test'
import { createStaticServer, listen } from '../../.ci/serve.mjs'
import { watchLaws } from './fixtures.ts'
import { AppPage } from './app-page.ts'
import config from './playwright.config.ts'

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

/** The built program served by the test itself, so that the test can take the network away. */
export class Site {
  /** Paths asked of the server since it was made. */
  readonly asked: string[] = []
  readonly #server: Server
  #port = 0

  constructor(folder = DIST) {
    this.#server = createStaticServer(folder)
    this.#server.on('request', ({ url }) => this.asked.push(url ?? ''))
  }

  async start(): Promise<void> {
    // The same port again after a stop: another one would be another origin, with no data.
    this.#port = await listen(this.#server, this.#port, true)
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }
}

/** A browser profile on disk: what a computer keeps when the browser is closed, or dies. */
export class Profile {
  readonly folder = mkdtempSync(join(tmpdir(), 'dutybook-profile-'))
  readonly #watched: string[][] = []
  #context: BrowserContext | null = null

  async open(site: Site, address = ''): Promise<AppPage> {
    const { launchOptions, locale, timezoneId, viewport } = config.use!
    this.#context = await chromium.launchPersistentContext(this.folder, {
      ...launchOptions,
      locale,
      timezoneId,
      viewport,
      acceptDownloads: true,
    })
    this.#watched.push(await watchLaws(this.#context, site.origin))
    const app = new AppPage(this.#context.pages()[0]!)
    await app.page.goto(`${site.origin}/${address}`)
    return app
  }

  /** Every law broken in any of this profile's sessions. */
  get allBreaches(): string[] {
    return this.#watched.flat()
  }

  get context(): BrowserContext {
    return this.#context!
  }

  async close(): Promise<void> {
    await this.#context?.close()
    this.#context = null
  }

  /** What a power cut or a task manager does: no process of this browser gets to say goodbye. */
  async kill(): Promise<void> {
    for (const id of this.#processes()) {
      try {
        process.kill(id, 'SIGKILL')
      } catch {
        // It ended with its parent.
      }
    }
    await this.#context?.close().catch(() => {})
    this.#context = null
    // Or the next browser believes that the dead one is still open.
    for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
      rmSync(join(this.folder, name), { force: true })
  }

  #processes(): number[] {
    const listed = execFileSync('pgrep', ['-f', '--', `--user-data-dir=${this.folder}`], { encoding: 'utf8' })
    return listed.trim().split('\n').map(Number)
  }

  /** Where Chromium keeps this profile's IndexedDB. */
  get databases(): string {
    return join(this.folder, 'Default', 'IndexedDB')
  }

  /** Files of the site's IndexedDB, by the end of their name. */
  databaseFiles(ending: string): string[] {
    return readdirSync(this.databases, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending))
      .map((name) => join(this.databases, name))
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

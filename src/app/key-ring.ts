import { fingerprintOf, newSigningKey, type SigningKey } from '../sync/signature.ts'
import type { Store } from '../store/open-store.ts'

/** Somebody's key as this computer knows it for one workbook. */
export interface KnownKey {
  readonly fingerprint: string
  /** What a person here calls the computer the key belongs to; empty until somebody says it. */
  readonly name: string
  /** The copies from which files with this key have come. */
  readonly replicas: readonly string[]
}

/**
 * What a signature is worth to the person who has received the file. `changed` is a copy that used to sign with
 * another key; a wrong signature is none of these, for such a file is not even read.
 */
export type Verdict =
  | { readonly is: 'own' | 'new' | 'unsigned' }
  | { readonly is: 'known'; readonly name: string }
  | { readonly is: 'changed'; readonly name: string; readonly before: string }

type Settings = Pick<Store, 'setting' | 'setSetting'>

/**
 * The key with which this copy of a workbook signs its files, made when it is first needed, and the keys of others it
 * has met. Whoever clears the browser's data gets a new key: others are told that, and nobody is kept from his data.
 */
export class KeyRing {
  private making: Promise<SigningKey | null> | null = null

  constructor(
    private readonly settings: Settings,
    private readonly workbook: string,
  ) {}

  /** Null where no key can be made or kept: the files then go out unsigned, and say so. */
  own(): Promise<SigningKey | null> {
    return (this.making ??= this.readOrMake())
  }

  private async readOrMake(): Promise<SigningKey | null> {
    const place = `signing ${this.workbook}`
    try {
      const kept = asKey(await this.settings.setting(place))
      if (kept) return kept
      const stored = await this.settings.setSetting(place, await newSigningKey())
      // Read back: another tab may have made one at the same time, and there is only one place for it.
      return stored.ok ? asKey(await this.settings.setting(place)) : null
    } catch {
      return null
    }
  }

  /** Whose file is it that `replica` has signed with this key? */
  async judge(key: Uint8Array | null, replica: string): Promise<Verdict> {
    if (key === null) return { is: 'unsigned' }
    const fingerprint = await fingerprintOf(key)
    const own = await this.own()
    if (own !== null && (await fingerprintOf(own.publicKey)) === fingerprint) return { is: 'own' }
    const keys = await this.known()
    const known = keys.find((each) => each.fingerprint === fingerprint)
    if (known) return { is: 'known', name: known.name }
    const before = keys.find(({ replicas }) => replicas.includes(replica))
    return before ? { is: 'changed', name: before.name, before: before.fingerprint } : { is: 'new' }
  }

  /** Remembers a key whose file somebody has taken in. */
  async remember(key: Uint8Array, replica: string, name?: string): Promise<void> {
    const fingerprint = await fingerprintOf(key)
    const keys = await this.known()
    const known = keys.find((each) => each.fingerprint === fingerprint)
    const next: KnownKey = {
      fingerprint,
      name: name ?? known?.name ?? '',
      replicas: [...new Set([...(known?.replicas ?? []), replica])],
    }
    await this.settings.setSetting(`keys ${this.workbook}`, [...keys.filter((each) => each !== known), next])
  }

  async known(): Promise<readonly KnownKey[]> {
    const kept = await this.settings.setting(`keys ${this.workbook}`).catch(() => null)
    return Array.isArray(kept) ? (kept as unknown[]).filter(isKnownKey) : []
  }
}

function asKey(kept: unknown): SigningKey | null {
  const { publicKey, privateKey } = (kept ?? {}) as Partial<Record<keyof SigningKey, unknown>>
  return publicKey instanceof Uint8Array && privateKey instanceof CryptoKey ? { publicKey, privateKey } : null
}

function isKnownKey(kept: unknown): kept is KnownKey {
  const { fingerprint, name, replicas } = (kept ?? {}) as Partial<Record<keyof KnownKey, unknown>>
  return typeof fingerprint === 'string' && typeof name === 'string' && Array.isArray(replicas)
}

import type { Locale } from './translate.ts'

/** Each language by its own name, the same in all of them: for whoever has landed in one he cannot read. */
export const localeNames: Readonly<Record<Locale, string>> = {
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
}

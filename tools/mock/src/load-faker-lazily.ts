import { createRequire, Module } from "node:module";

/**
 * Import this before Prism. Prism requires the faker with its fifty languages at once, which takes three quarters
 * of the time Prism needs to load, and uses it in English, for `x-faker` in dynamic answers, alone. This puts a
 * stand-in in the faker's place that loads the English one when it is first touched.
 */
const prismRequire = createRequire(createRequire(import.meta.url).resolve("@stoplight/prism-http"));
const fakerFile = prismRequire.resolve("@faker-js/faker");

let english: object | undefined;
const standIn = new Proxy(
  {},
  {
    get(_target, name) {
      english ??= loadEnglish();
      return Reflect.get(english, name);
    },
  },
);

if (prismRequire.cache[fakerFile] === undefined) {
  const entry = new Module(fakerFile);
  entry.filename = fakerFile;
  entry.loaded = true;
  entry.exports = { default: standIn, faker: standIn };
  prismRequire.cache[fakerFile] = entry;
}

function loadEnglish(): object {
  return prismRequire("@faker-js/faker/locale/en");
}

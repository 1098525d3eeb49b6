// Starts a browser, with an unpacked extension in it where wanted, and no way to any machine but this one.

import puppeteer from "puppeteer-core";

// Firefox gives each extension a random address; this one is chosen, so that its pages can be opened.
const FIREFOX_ADDRESS = "6a1c6f2e-2f0b-4a53-9d0c-1f7b8f3c5e11";

/** Where the browser's program is: the tool that runs these scripts finds it and says so in the environment. */
export function executable(name) {
  const variable = `HEARSAY_${name.toUpperCase()}`;
  const path = process.env[variable];
  if (!path) throw new Error(`no ${name}: set ${variable} to its program`);
  return path;
}

/**
 * Starts `name` ("chromium" or "firefox") with the extension of `folder`, which has the id `geckoId` in Firefox.
 * Returns the browser and the address that the extension's own pages start with.
 */
export async function launch(name, folder, geckoId, options = {}) {
  const browser = await start(name, { ...options, preferences: { ...options.preferences, "extensions.webextensions.uuids": JSON.stringify({ [geckoId]: FIREFOX_ADDRESS }) } });
  const id = await browser.installExtension(folder);
  return { browser, address: name === "firefox" ? `moz-extension://${FIREFOX_ADDRESS}/` : `chrome-extension://${id}/` };
}

/** Starts `name` with nothing in it. `preferences` are Firefox's; `protocolTimeout`: the longest answer in milliseconds, 0 for ever. */
export function start(name, { headless = true, preferences = {}, protocolTimeout } = {}) {
  const common = { executablePath: executable(name), headless, defaultViewport: headless ? { width: 1280, height: 900 } : null, protocolTimeout };
  if (name === "firefox") {
    return puppeteer.launch({
      ...common,
      browser: "firefox",
      args: ["--remote-allow-system-access"],
      extraPrefsFirefox: { ...FIREFOX_OFFLINE, ...preferences },
    });
  }
  return puppeteer.launch({
    ...common,
    pipe: true,
    enableExtensions: true,
    // Chromium does not start its sandbox for root.
    args: [...CHROMIUM_OFFLINE, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
}

const CHROMIUM_OFFLINE = [
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];

// All but this machine goes by way of a proxy that is not there.
const FIREFOX_OFFLINE = {
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "network.proxy.no_proxies_on": "127.0.0.1, localhost",
  "network.dns.disablePrefetch": true,
  "network.prefetch-next": false,
};

// Rules for sites: what a pattern may look like, and which rule counts for a host.
//
// `example.com` means that host and `www.example.com`; `*.example.com` means it and everything below it. The most
// specific rule wins: a host's own before any with a star, and of those the longest.
"use strict";

/** The host as rules name it: without `www.`, and without the dot that may end it. */
function siteOf(host) {
  return host.replace(/\.$/, "").replace(/^(www\.)+(?=.+\.)/, "");
}

/** The pattern that `text` means, be it written by hand or pasted as an address; null where it means none. */
function toPattern(text) {
  const [, scheme = "", star = "", rest] = /^(https?:\/\/)?(\*\.)?(.+)$/.exec(text.trim().toLowerCase()) ?? [];
  if (!rest || !URL.canParse(`http://${rest}`)) return null;
  const { host, hostname, username, pathname } = new URL(`http://${rest}`);
  // What a pasted address says beyond its host is no matter; what a hand wrote beyond it was meant.
  if (!scheme && (host !== hostname || username || pathname !== "/")) return null;
  if (hostname.length > 253 || !/^(\[[\da-f:.]+\]|[\w-]+(\.[\w-]+)*\.?)$/.test(hostname)) return null;
  return star + (star ? hostname.replace(/\.$/, "") : siteOf(hostname));
}

/** The pattern of `sites` that counts for `host`; null where none does. */
function ruleFor(sites, host) {
  const site = siteOf(host);
  const steps = host.replace(/\.$/, "").split(".");
  const patterns = [site, ...steps.map((_, at) => `*.${steps.slice(at).join(".")}`)];
  return patterns.find((pattern) => Object.hasOwn(sites, pattern)) ?? null;
}

/** Whether Hearsay is on for `host`. */
function isOn({ where, sites }, host) {
  const rule = ruleFor(sites, host);
  return rule === null ? where === "everywhere" : sites[rule];
}

// A page with Hearsay off, on, off and on again.

/**
 * Opens `address`: Hearsay's `status` there, the `found` annotations, and whether all that is the page's own stayed as
 * it was (`page_unchanged`).
 */
export async function look(session, address) {
  const { hostname } = new URL(address);
  await session.setSite(hostname, false);
  const tab = await session.open(address);
  await tab.until(["off"]);
  const before = await tab.ownPage();
  await session.setSite(hostname, true);
  const status = await tab.until(["on", "nothing"]);
  const found = status.state === "on" ? await tab.annotations() : { quotations: [], reports: [], credits: {} };
  const states = [await tab.ownPage()];
  for (const [message, state] of [["pause", "paused"], ["resume", status.state]]) {
    await tab.ask(message);
    await tab.until([state]);
    states.push(await tab.ownPage());
  }
  await tab.close();
  return { status, found, page_unchanged: states.every((state) => state === before) };
}

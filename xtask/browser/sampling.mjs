// How long an extension's scripts run on a page's thread, as Chromium's own profiler sees it from outside.

/** Microseconds between two samples. */
const INTERVAL = 500;

/**
 * Does `action` while the profiler samples the page's thread. Gives the milliseconds in which a script of the extension
 * at `address` ran, or what it had called, and the longest stretch of them without a break.
 */
export async function sampled(page, address, action) {
  const driver = await page.createCDPSession();
  await driver.send("Profiler.enable");
  await driver.send("Profiler.setSamplingInterval", { interval: INTERVAL });
  await driver.send("Profiler.start");
  await action();
  const { profile } = await driver.send("Profiler.stop");
  await driver.detach();
  return stretches(profile, address);
}

function stretches({ nodes, samples, timeDeltas }, address) {
  const ours = within(nodes, ({ callFrame }) => callFrame.url.startsWith(address));
  // Rubbish that is collected meanwhile belongs to the stretch that it interrupts.
  const collecting = within(nodes, ({ callFrame }) => callFrame.functionName === "(garbage collector)");
  let [all, longest, stretch] = [0, 0, 0];
  samples.forEach((node, index) => {
    if (!ours.has(node) && !(stretch && collecting.has(node))) return (stretch = 0);
    // A delta tells how long ago the sample before it was taken.
    const ms = (timeDeltas[index + 1] ?? 0) / 1000;
    all += ms;
    stretch += ms;
    longest = Math.max(longest, stretch);
  });
  return { main_thread_ms: all, longest_task_ms: longest };
}

/** The ids of all nodes for which `is` holds, and of those below them. */
function within(nodes, is) {
  const found = new Set();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const take = (node) => {
    found.add(node.id);
    node.children?.forEach((id) => take(byId.get(id)));
  };
  nodes.filter(is).forEach(take);
  return found;
}

/** Asks axe what is wrong with a part of the page; answers each fault as one line. */
import axe from 'axe-core';

export async function faults(element: Element): Promise<string[]> {
  // jsdom has no layout: contrast is held by `style/tokens.test.ts` instead.
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.html}`));
}

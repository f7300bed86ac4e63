const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const textOf = (element: Element) => escaped(element.textContent?.trim() ?? '');

/** A grid as a table; a cell that is not computed yet is empty. */
function tableOf(grid: Element): string {
  const rows = [...grid.querySelectorAll('[role=row]')].map((row) => {
    const cells = [...row.querySelectorAll('[role=gridcell]')];
    return `<tr>${cells.map((cell) => `<td>${textOf(cell)}</td>`).join('')}</tr>`;
  });
  const caption = escaped(grid.getAttribute('aria-label') ?? '');
  return `<table><caption>${caption}</caption><tbody>${rows.join('')}</tbody></table>`;
}

/**
 * What stands on a stage, as HTML for paper: its grids as tables, and its equations.
 *
 * @param title over it, plain text
 */
export function stageOnPaper(stage: ParentNode, title: string): string {
  const shown = (selector: string) =>
    [...stage.querySelectorAll(selector)].filter((element) =>
      element.checkVisibility({ visibilityProperty: true })
    );
  const tables = shown('[role=grid]').map(tableOf).join('');
  const equations = shown('[role=math]').map((equation) => `<p>${textOf(equation)}</p>`);
  return `<h3>${escaped(title)}</h3><div class="tables">${tables}</div>${equations.join('')}`;
}

import { isWithin, type Result } from '../result.ts';

const [width, rowHeight, left, right, top] = [900, 34, 330, 210, 64];

/** The results of the sync in multiples of `ldapsearch` as a bar chart; it follows the colours of the page. */
export function plotSync(results: readonly Result[], machine: string): string {
  const bars = results.filter(({ detail }) => detail.endsWith('for ldapsearch'));
  const scale = (width - left - right) / Math.max(...bars.flatMap(({ value, limit = 0 }) => [value, limit]));
  const rows = bars.map((bar, index) => {
    const { name, value, limit, detail } = bar;
    const y = top + index * rowHeight;
    const at = left + (limit ?? 0) * scale;
    return [
      `<text x="${left - 12}" y="${y + 15}" text-anchor="end">${escapeXML(name)}</text>`,
      `<rect class="${isWithin(bar) ? 'within' : 'beyond'}" x="${left}" y="${y}" width="${(value * scale).toFixed(1)}" height="20" rx="4"><title>${escapeXML(detail)}</title></rect>`,
      limit === undefined ? '' : `<line x1="${at.toFixed(1)}" x2="${at.toFixed(1)}" y1="${y - 4}" y2="${y + 24}"/>`,
      `<text x="${(left + Math.max(value, limit ?? 0) * scale + 10).toFixed(1)}" y="${y + 15}">${value.toFixed(2)} ×${limit === undefined ? '' : ` (at most ${limit})`}</text>`,
    ].join('\n');
  });
  const height = top + bars.length * rowHeight + 40;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="What the sync costs">
<style>
  text { font: 13px system-ui, sans-serif; fill: #1f2937 }
  .title { font-size: 17px; font-weight: 600 }
  .small { font-size: 11px; fill: #6b7280 }
  .within { fill: #2563eb } .beyond { fill: #dc2626 }
  line { stroke: #111827; stroke-width: 1.5; stroke-dasharray: 3 3 }
  rect.page { fill: #ffffff }
  @media (prefers-color-scheme: dark) {
    text { fill: #e5e7eb } .small { fill: #9ca3af } .within { fill: #60a5fa } .beyond { fill: #f87171 }
    line { stroke: #e5e7eb } rect.page { fill: #111827 }
  }
</style>
<rect class="page" width="${width}" height="${height}" rx="8"/>
<text class="title" x="24" y="34">The sync, in multiples of ldapsearch reading the same (the dashed line: at most)</text>
${rows.join('\n')}
<text class="small" x="24" y="${height - 14}">${escapeXML(machine)}</text>
</svg>
`;
}

function escapeXML(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

import { LRUCache } from 'lru-cache';
import { pngOf as drawn } from '../platform/pictures/index.ts';

/** Width and height of a drawing, in pixels. */
export function sizeOf(svg: string): { width: number; height: number } {
  const [, width = '0', height = '0'] = /<svg[^>]*? width="([\d.]+)"[^>]*? height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

// The same pictures stand in every format of a report.
const kept = new LRUCache<string, Promise<Buffer>>({ max: 40 });

/** A drawing as PNG, twice as large, so that it is sharp in print. */
export function pngOf(svg: string): Promise<Buffer> {
  const known = kept.get(svg);
  if (known) return known;
  const drawing = drawn(svg, 2);
  kept.set(svg, drawing);
  drawing.catch(() => kept.delete(svg));
  return drawing;
}

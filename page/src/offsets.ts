/** Python counts code points, the editor UTF-16 units. Both from 0. */

export class Offsets {
  private readonly wide: number[] = []; // where, in code points, the characters of two units stand

  constructor(text: string) {
    if (!/[\ud800-\udbff]/.test(text)) return;
    let at = 0;
    for (const char of text) {
      if (char.length > 1) this.wide.push(at);
      at++;
    }
  }

  /** The unit at which the code point number `point` begins. */
  unit(point: number): number {
    let low = 0;
    let high = this.wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.wide[middle]! < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  }
}

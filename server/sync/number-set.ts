/** A set of small numbers, at a bit each: it tells who was seen among a million people in 125 KB (S10). */
export function createNumberSet() {
  let bits = new Uint8Array(1024);
  let size = 0;
  return {
    add(number: number): void {
      const index = number >> 3;
      if (index >= bits.length) {
        const larger = new Uint8Array(Math.max(index + 1, bits.length * 2));
        larger.set(bits);
        bits = larger;
      }
      const bit = 1 << (number & 7);
      const before = bits[index] ?? 0;
      if ((before & bit) === 0) size += 1;
      bits[index] = before | bit;
    },
    has: (number: number): boolean => ((bits[number >> 3] ?? 0) & (1 << (number & 7))) !== 0,
    get size(): number {
      return size;
    },
  };
}

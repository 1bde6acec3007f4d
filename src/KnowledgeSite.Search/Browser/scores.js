// The score tables of the ranking. The C# counterpart is Scores.cs.

/** One number per page or section and field; only the touched entries are read and cleared. */
export class Scores {
  constructor(size, fields) {
    this.count = 0;
    this.touched = new Uint32Array(size);
    this.isTouched = new Uint8Array(size);
    this.fields = fields;
    for (const field of fields) this[field] = new Float64Array(size);
  }

  touch(place) {
    if (this.isTouched[place]) return;
    this.isTouched[place] = 1;
    this.touched[this.count++] = place;
  }

  forEach(visit) {
    for (let i = 0; i < this.count; i++) visit(this.touched[i]);
  }

  /** The number of entries before `end` with a value in the field. */
  countAbove0(field, end) {
    const numbers = this[field];
    let count = 0;
    for (let i = 0; i < this.count; i++) if (this.touched[i] < end && numbers[this.touched[i]] > 0) count++;
    return count;
  }

  /** The number of touched entries before `end`. */
  countBelow(end) {
    let count = 0;
    for (let i = 0; i < this.count; i++) if (this.touched[i] < end) count++;
    return count;
  }

  clear() {
    for (const numbers of [this.isTouched, ...this.fields.map(field => this[field])]) {
      if (this.count * 8 > numbers.length) numbers.fill(0);
      else for (let i = 0; i < this.count; i++) numbers[this.touched[i]] = 0;
    }
    this.count = 0;
  }
}

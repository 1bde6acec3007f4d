/** The scores of pages or sections: one number per field for each. Only touched entries are read and cleared. */
export class ScoreTable {
  constructor(size, fields) {
    this.count = 0;
    this.touched = new Uint32Array(size);
    this.isTouched = new Uint8Array(size);
    this.fields = fields;
    for (const field of fields) this[field] = new Float64Array(size);
  }

  touch(index) {
    if (this.isTouched[index]) return;
    this.isTouched[index] = 1;
    this.touched[this.count++] = index;
  }

  forEach(visit) {
    for (let i = 0; i < this.count; i++) visit(this.touched[i]);
  }

  clear() {
    for (const numbers of [this.isTouched, ...this.fields.map(field => this[field])]) {
      if (this.count * 8 > numbers.length) numbers.fill(0);
      else for (let i = 0; i < this.count; i++) numbers[this.touched[i]] = 0;
    }
    this.count = 0;
  }
}

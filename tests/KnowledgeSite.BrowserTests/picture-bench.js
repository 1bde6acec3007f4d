// Reduces pictures and compares them, pixel by pixel. A browser reads and writes PNG anyway, so the tests need no
// library for it.
const pictureBench = {
  async reduce(png, rows) {
    const whole = await pictureBench.read(png);
    const [width, height] = [Math.ceil(whole.width / rows), Math.ceil(whole.height / rows)];
    const [sums, columns] = [
      new Uint32Array(width * height * 3),
      Uint32Array.from({ length: whole.width }, (_, x) => x / rows),
    ];
    for (let y = 0, from = 0; y < whole.height; y++) {
      const line = Math.floor(y / rows) * width;
      for (let x = 0; x < whole.width; x++, from += 4) {
        const to = (line + columns[x]) * 3;
        sums[to] += whole.data[from];
        sums[to + 1] += whole.data[from + 1];
        sums[to + 2] += whole.data[from + 2];
      }
    }

    // The last dot of a line, and all of the last line, may be made of fewer.
    const pixelsOf = dot =>
      Math.min(rows, whole.width - (dot % width) * rows) *
      Math.min(rows, whole.height - Math.floor(dot / width) * rows);
    return pictureBench.write(width, height, dot =>
      [0, 1, 2].map(part => Math.round(sums[dot * 3 + part] / pixelsOf(dot))),
    );
  },

  async compare(accepted, seen, much, little) {
    const [a, b] = [await pictureBench.read(accepted), await pictureBench.read(seen)];
    if (a.width !== b.width || a.height !== b.height) return { isOfOneSize: false, picture: seen };
    const dots = a.width * a.height;
    const partOf = ({ data }, dot, part) => data[dot * 4 + part];
    const by = Array.from({ length: dots }, (_, dot) =>
      Math.max(...[0, 1, 2].map(part => Math.abs(partOf(a, dot, part) - partOf(b, dot, part)))),
    );
    const share = least => by.filter(difference => difference > least).length / dots;
    const picture = await pictureBench.write(a.width, a.height, dot =>
      by[dot] > much ? [214, 0, 0] : [0, 1, 2].map(part => 128 + partOf(b, dot, part) / 2),
    );
    return { isOfOneSize: true, muchShare: share(much), littleShare: share(little), picture };
  },

  async read(png) {
    const file = await (await fetch(`data:image/png;base64,${png}`)).blob();
    const bitmap = await createImageBitmap(file, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' });
    const { context } = pictureBench.canvas(bitmap.width, bitmap.height);
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  },

  async write(width, height, colourOf) {
    const { canvas, context } = pictureBench.canvas(width, height);
    const image = context.createImageData(width, height);
    for (let dot = 0; dot < width * height; dot++) image.data.set([...colourOf(dot), 255], dot * 4);
    context.putImageData(image, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1];
  },

  canvas(width, height) {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    return { canvas, context: canvas.getContext('2d', { alpha: false, willReadFrequently: true }) };
  },
};

// Reduces images and compares them, pixel by pixel. A browser reads and writes PNG anyway, so the tests need no
// library for it.
const imageComparer = {
  async reduce(png, rows) {
    const whole = await imageComparer.read(png);
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

    // The last point of a row, and those of the last row, may cover fewer pixels.
    const pixelsOf = point =>
      Math.min(rows, whole.width - (point % width) * rows) *
      Math.min(rows, whole.height - Math.floor(point / width) * rows);
    return imageComparer.write(width, height, data => {
      for (let point = 0; point < width * height; point++) {
        const pixels = pixelsOf(point);
        for (let part = 0; part < 3; part++) data[point * 4 + part] = Math.round(sums[point * 3 + part] / pixels);
      }
    });
  },

  async compare(accepted, actual, large, small) {
    const [a, b] = [await imageComparer.read(accepted), await imageComparer.read(actual)];
    if (a.width !== b.width || a.height !== b.height) return { hasSameSize: false, image: actual };
    const points = a.width * a.height;
    const by = new Uint8Array(points);
    let largeCount = 0;
    let smallCount = 0;
    for (let point = 0; point < points; point++) {
      for (let at = point * 4; at < point * 4 + 3; at++)
        by[point] = Math.max(by[point], Math.abs(a.data[at] - b.data[at]));
      if (by[point] > large) largeCount++;
      if (by[point] > small) smallCount++;
    }

    const red = [214, 0, 0];
    const image = await imageComparer.write(a.width, a.height, data => {
      for (let point = 0; point < points; point++)
        for (let part = 0; part < 3; part++)
          data[point * 4 + part] = by[point] > large ? red[part] : 128 + b.data[point * 4 + part] / 2;
    });
    return { hasSameSize: true, largeShare: largeCount / points, smallShare: smallCount / points, image };
  },

  async read(png) {
    const file = await (await fetch(`data:image/png;base64,${png}`)).blob();
    const bitmap = await createImageBitmap(file, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' });
    const { context } = imageComparer.canvas(bitmap.width, bitmap.height);
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  },

  // The colours of an image are white until 'fill' sets them.
  async write(width, height, fill) {
    const { canvas, context } = imageComparer.canvas(width, height);
    const image = context.createImageData(width, height);
    image.data.fill(255);
    fill(image.data);
    context.putImageData(image, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1];
  },

  canvas(width, height) {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    return { canvas, context: canvas.getContext('2d', { alpha: false, willReadFrequently: true }) };
  },
};

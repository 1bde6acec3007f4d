// <image-zoom>: an image that is shown smaller than it is opens in its full size in a dialog.
import { action, element } from './elements.js';
import { close, enlargeImage, enlargeImageOf, imageLabel } from './strings.js';

// An image must be this much larger than it is shown, so that enlarging it is worth a button.
const MIN_GAIN = 1.25;

class ImageZoom extends HTMLElement {
  connectedCallback() {
    for (const image of document.querySelectorAll('.prose img')) {
      if (image.closest('a, button')) continue;
      if (image.complete) offer(image);
      else image.addEventListener('load', () => offer(image), { once: true });
    }
  }
}

function offer(image) {
  if (!image.clientWidth || fullWidth(image) < image.clientWidth * MIN_GAIN) return;
  const button = action('', () => open(image));
  button.ariaLabel = image.alt ? enlargeImageOf(image.alt) : enlargeImage;
  button.className = 'zoom';
  const width = image.getAttribute('width');
  if (width?.endsWith('%')) {
    // A share of the column, not of the button.
    button.style.inlineSize = width;
    image.style.inlineSize = '100%';
  }
  image.replaceWith(button);
  button.append(image);
}

// In CSS pixels. With variants, the natural width is that of the variant that was loaded.
function fullWidth(image) {
  const widths = [...image.srcset.matchAll(/ (\d+)w/g)].map(match => Number(match[1]));
  return Math.max(image.naturalWidth, Number(image.getAttribute('width')) || 0, ...widths);
}

function open(image) {
  const dialog = element('dialog', { className: 'zoomed', ariaLabel: image.alt || imageLabel });
  dialog.append(
    action(close, () => dialog.close()),
    element('img', { src: image.getAttribute('src'), alt: image.alt }),
  );
  dialog.addEventListener('click', event => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

customElements.define('image-zoom', ImageZoom);

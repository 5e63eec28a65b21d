import sharp from 'sharp';

/** A portrait as directories hold them. */
export const somePicture = await sharp({ create: { width: 96, height: 96, channels: 3, background: '#7a8' } })
  .jpeg()
  .toBuffer();

// The light build has the same face, minus what recordings never carry (subtitles, DRM).
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}

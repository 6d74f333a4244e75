import { python, type Python } from "../src/python";

self.onmessage = async ({ data }: MessageEvent<Python>) => {
  await python(data);
  self.postMessage("ready");
};

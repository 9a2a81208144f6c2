import { parentPort, workerData } from "node:worker_threads";
import type { Material } from "./check-input.ts";
import { examine } from "./examine.ts";

// A thread of its own, with a bounded heap and stack: what a hostile schema exhausts is this and nothing else.
void examine(workerData as Material).then((examined) => parentPort?.postMessage(examined));

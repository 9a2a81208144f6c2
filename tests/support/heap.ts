import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes of this process's heap that are in use, without what earlier test files left to be collected. */
export function heldBytes(): number {
	collect();
	return process.memoryUsage().heapUsed;
}

import secureJson from "secure-json-parse";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Nesting depth of JSON text, counted before parsing; stops beyond `most`. */
export function depthOf(json: Uint8Array, most: number): number {
	let depth = 0;
	let deepest = 0;
	let quoted = false;
	for (let index = 0; index < json.length && deepest <= most; index++) {
		const byte = json[index];
		if (quoted) {
			if (byte === BACKSLASH) index++;
			else if (byte === QUOTE) quoted = false;
		} else if (byte === QUOTE) quoted = true;
		else if (byte === OPEN_OBJECT || byte === OPEN_LIST) deepest = Math.max(deepest, ++depth);
		else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth--;
	}
	return deepest;
}

/** Parses a partner's response. Throws an Error if it is nested too deeply, is not JSON or would set a prototype. */
export function parseBounded(json: Buffer, mostDepth: number): unknown {
	if (depthOf(json, mostDepth) > mostDepth)
		throw new Error(`the answer is nested deeper than ${mostDepth} levels`);
	try {
		return secureJson.parse(json.toString("utf8"), null, {
			protoAction: "error",
			constructorAction: "error",
		});
	} catch (error) {
		const forbidden = (error as Error).message.includes("forbidden prototype");
		throw new Error(forbidden ? "the answer tries to set a prototype" : "the answer is not JSON");
	}
}

import iconv from "iconv-lite";
import { guessEncoding, guessUtf16 } from "./guess-encoding.ts";
import { ImportError } from "./import-error.ts";

const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "gb18030"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Labels of these encodings (WHATWG Encoding Standard). */
const LABELS: Record<string, Encoding | "utf-16"> = {
	utf8: "utf-8",
	"us-ascii": "utf-8",
	ascii: "utf-8",
	"utf-16": "utf-16",
	utf16: "utf-16",
	utf16le: "utf-16le",
	utf16be: "utf-16be",
	cp1252: "windows-1252",
	latin1: "windows-1252",
	"iso-8859-1": "windows-1252",
	gbk: "gb18030",
	gb2312: "gb18030",
};

const BYTE_ORDER_MARKS: Array<[Encoding, Buffer]> = [
	["utf-8", Buffer.from([0xef, 0xbb, 0xbf])],
	["utf-16le", Buffer.from([0xff, 0xfe])],
	["utf-16be", Buffer.from([0xfe, 0xff])],
];

/** Bytes used for guessing, from the first non-ASCII byte on. */
const WINDOW = 65_536;

const HOW_TO_FIX = `set it (encoding=windows-1252, encoding=gb18030, …; supported are ${ENCODINGS.join(", ")}), or save the file as "CSV UTF-8"`;

const isEncoding = (name: string): name is Encoding =>
	(ENCODINGS as readonly string[]).includes(name);

/** Parses a declared encoding. Throws ImportError if it is not supported. */
export function declaredEncoding(label: string): Encoding | "utf-16" {
	const name = label.trim().toLowerCase();
	if (isEncoding(name)) return name;
	const known = LABELS[name];
	if (known) return known;
	throw new ImportError(
		`encoding: "${label.slice(0, 40)}" is not supported; use one of ${ENCODINGS.join(", ")}`,
	);
}

const asciiPrefixLength = (bytes: Buffer) => {
	const index = bytes.findIndex((byte) => byte >= 0x80);
	return index < 0 ? bytes.length : index;
};

function bomOf(head: Buffer): [Encoding, Buffer] | undefined {
	return BYTE_ORDER_MARKS.find(([, bom]) => head.subarray(0, bom.length).equals(bom));
}

function detectEncoding(
	head: Buffer,
	declared: Encoding | "utf-16" | undefined,
): Encoding | undefined {
	const bom = bomOf(head)?.[0];
	if (bom && declared && bom !== declared && !(declared === "utf-16" && bom !== "utf-8"))
		throw new ImportError(
			`The file begins with the byte order mark of ${bom.toUpperCase()} but was declared as ${declared}; remove the declared encoding`,
		);
	if (bom) return bom;
	const utf16 = guessUtf16(head);
	if (declared === "utf-16") return utf16 ?? "utf-16le";
	return declared ?? utf16;
}

/**
 * Decodes a file. The encoding is the declared one, that of the byte order mark, or guessed from the first non-ASCII
 * bytes. Invalid bytes become U+FFFD, which is rejected in cells. Throws ImportError if the encoding is ambiguous.
 */
export async function* decodeText(
	bytes: AsyncIterable<Buffer>,
	head: Buffer,
	declared: Encoding | "utf-16" | undefined,
	onKnown: (encoding: Encoding) => void,
): AsyncGenerator<string> {
	const known = detectEncoding(head, declared);
	let decoder = known && iconv.getDecoder(known, { stripBOM: true });
	onKnown(known ?? "utf-8");
	let window: Buffer = Buffer.alloc(0);
	const decide = (whole: boolean) => {
		const encoding = guessEncoding(window, whole);
		if (!encoding)
			throw new ImportError(`The encoding of the file could not be detected: ${HOW_TO_FIX}`);
		onKnown(encoding);
		decoder = iconv.getDecoder(encoding);
		return decoder.write(window);
	};
	for await (const chunk of bytes) {
		if (decoder) {
			yield decoder.write(chunk);
			continue;
		}
		const plain = window.length > 0 ? 0 : asciiPrefixLength(chunk);
		if (plain > 0) yield chunk.toString("latin1", 0, plain);
		if (plain < chunk.length) window = Buffer.concat([window, chunk.subarray(plain)]);
		if (window.length >= WINDOW) yield decide(false);
	}
	if (!decoder && window.length > 0) yield decide(true);
	const remainder = decoder?.end();
	if (remainder) yield remainder;
}

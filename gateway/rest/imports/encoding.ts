import iconv from "iconv-lite";
import { guessEncoding, guessWide } from "./encoding-guess.ts";
import { ImportFault } from "./fault.ts";

const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "gb18030"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Other names of the same, as browsers take them (WHATWG Encoding). */
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

const MARKS: Array<[Encoding, Buffer]> = [
	["utf-8", Buffer.from([0xef, 0xbb, 0xbf])],
	["utf-16le", Buffer.from([0xff, 0xfe])],
	["utf-16be", Buffer.from([0xfe, 0xff])],
];

/** What is looked at from the first byte on that is not ASCII. */
const WINDOW = 65_536;

const HOW = `say which it is (encoding=windows-1252, encoding=gb18030, …; known are ${ENCODINGS.join(", ")}), or save the file as "CSV UTF-8"`;

const isEncoding = (name: string): name is Encoding =>
	(ENCODINGS as readonly string[]).includes(name);

/** The encoding that somebody declares. Throws ImportFault where it is not one that imports know. */
export function declaredEncoding(label: string): Encoding | "utf-16" {
	const name = label.trim().toLowerCase();
	if (isEncoding(name)) return name;
	const known = LABELS[name];
	if (known) return known;
	throw new ImportFault(`encoding: "${label.slice(0, 40)}" is not one of ${ENCODINGS.join(", ")}`);
}

const asciiBefore = (bytes: Buffer) => {
	const index = bytes.findIndex((byte) => byte >= 0x80);
	return index < 0 ? bytes.length : index;
};

function markOf(head: Buffer): [Encoding, Buffer] | undefined {
	return MARKS.find(([, mark]) => head.subarray(0, mark.length).equals(mark));
}

function decidedBy(head: Buffer, declared: Encoding | "utf-16" | undefined): Encoding | undefined {
	const mark = markOf(head)?.[0];
	if (mark && declared && mark !== declared && !(declared === "utf-16" && mark !== "utf-8"))
		throw new ImportFault(
			`The file begins with the mark of ${mark.toUpperCase()} and was declared as ${declared}; leave the declaration out`,
		);
	if (mark) return mark;
	const wide = guessWide(head);
	if (declared === "utf-16") return wide ?? "utf-16le";
	return declared ?? wide;
}

/**
 * The text of a file. Its encoding is the declared one, that of its mark, or guessed from the first bytes that are not
 * ASCII. Bytes that are no characters become U+FFFD, which no cell may hold. Throws ImportFault where it is not clear.
 */
export async function* decoded(
	bytes: AsyncIterable<Buffer>,
	head: Buffer,
	declared: Encoding | "utf-16" | undefined,
	onKnown: (encoding: Encoding) => void,
): AsyncGenerator<string> {
	const known = decidedBy(head, declared);
	let decoder = known && iconv.getDecoder(known, { stripBOM: true });
	onKnown(known ?? "utf-8");
	let window: Buffer = Buffer.alloc(0);
	const decide = (whole: boolean) => {
		const encoding = guessEncoding(window, whole);
		if (!encoding) throw new ImportFault(`The encoding of the file is not clear: ${HOW}`);
		onKnown(encoding);
		decoder = iconv.getDecoder(encoding);
		return decoder.write(window);
	};
	for await (const chunk of bytes) {
		if (decoder) {
			yield decoder.write(chunk);
			continue;
		}
		const plain = window.length > 0 ? 0 : asciiBefore(chunk);
		if (plain > 0) yield chunk.toString("latin1", 0, plain);
		if (plain < chunk.length) window = Buffer.concat([window, chunk.subarray(plain)]);
		if (window.length >= WINDOW) yield decide(false);
	}
	if (!decoder && window.length > 0) yield decide(true);
	const rest = decoder?.end();
	if (rest) yield rest;
}

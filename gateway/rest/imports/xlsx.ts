import type { Readable } from "node:stream";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import type { ImportLimits } from "../../../shared/config-imports.ts";
import { ImportError } from "./import-error.ts";

const MAX_PARTS = 2000;

/** An open workbook (a ZIP file); the unpacked size of everything read from it is limited. */
export type Workbook = {
	has(path: string): boolean;
	/** Streams the unpacked bytes of a part. Throws ImportError when the limit is exceeded. */
	read(path: string): AsyncGenerator<Buffer>;
	close(): void;
};

const unreadable = (error: Error) =>
	new ImportError(`The file cannot be read as an Excel workbook (.xlsx): ${error.message}`);

/** Opens a workbook (.xlsx). Throws ImportError if the file is not one. */
export async function openWorkbook(
	path: string,
	{ mostUnpackedBytes }: Pick<ImportLimits, "mostUnpackedBytes">,
): Promise<Workbook> {
	const entries = new Map<string, Entry>();
	let zip: ZipFile | undefined;
	try {
		zip = await yauzl.openPromise(path, { autoClose: false });
		for await (const entry of zip.eachEntry()) {
			if (entries.size >= MAX_PARTS) throw new Error(`it has more than ${MAX_PARTS} parts`);
			entries.set(entry.fileName, entry);
		}
	} catch (error) {
		zip?.close();
		throw unreadable(error as Error);
	}
	const opened = zip;
	let total = 0;
	return {
		has: (name) => entries.has(name),
		async *read(name) {
			const entry = entries.get(name);
			if (!entry) throw unreadable(new Error(`it has no part ${name}`));
			let stream: Readable | undefined;
			try {
				stream = await opened.openReadStreamPromise(entry);
				for await (const chunk of stream as AsyncIterable<Buffer>) {
					total += chunk.length;
					if (total > mostUnpackedBytes)
						throw new ImportError(
							`The workbook unpacks to more than ${mostUnpackedBytes} bytes (HUB_IMPORT_MAX_UNPACKED_BYTES); split it into smaller files or send it as CSV`,
							413,
						);
					yield chunk;
				}
			} catch (error) {
				throw error instanceof ImportError ? error : unreadable(error as Error);
			} finally {
				stream?.destroy();
			}
		},
		close: () => opened.close(),
	};
}

type Tag = { name: string; attributes: { [name: string]: string } };
type Handlers = { open?(tag: Tag): void; text?(text: string): void; close?(name: string): void };

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/** Parses XML as a stream; yields after each chunk, so that the caller can pass on what it found. */
export async function* readXml(bytes: AsyncIterable<Buffer>, on: Handlers): AsyncGenerator<void> {
	const parser = new SaxesParser();
	const decoder = new TextDecoder();
	parser.on("error", (error) => {
		throw unreadable(error);
	});
	parser.on("opentag", ({ name, attributes }: SaxesTagPlain) =>
		on.open?.({ name: localName(name), attributes }),
	);
	parser.on("text", (text) => on.text?.(text));
	parser.on("closetag", ({ name }) => on.close?.(localName(name)));
	for await (const chunk of bytes) {
		parser.write(decoder.decode(chunk, { stream: true }));
		yield;
	}
	parser.close();
}

import type { Readable } from "node:stream";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import type { ImportLimits } from "../../../shared/config-imports.ts";
import { ImportFault } from "./fault.ts";

const MOST_PARTS = 2000;

/** A ZIP file opened to be read part by part, all parts together up to a bound. */
export type Workbook = {
	has(path: string): boolean;
	/** The unpacked bytes of a part. Throws ImportFault where the bound is passed. */
	read(path: string): AsyncGenerator<Buffer>;
	close(): void;
};

const unreadable = (error: Error) =>
	new ImportFault(`The file cannot be read as an Excel workbook (.xlsx): ${error.message}`);

/** Opens a workbook (.xlsx) by its path. Throws ImportFault where it is none. */
export async function openWorkbook(
	path: string,
	{ mostUnpackedBytes }: Pick<ImportLimits, "mostUnpackedBytes">,
): Promise<Workbook> {
	const entries = new Map<string, Entry>();
	let zip: ZipFile | undefined;
	try {
		zip = await yauzl.openPromise(path, { autoClose: false });
		for await (const entry of zip.eachEntry()) {
			if (entries.size >= MOST_PARTS) throw new Error(`it has more than ${MOST_PARTS} parts`);
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
						throw new ImportFault(
							`The workbook unpacks to more than ${mostUnpackedBytes} bytes (HUB_IMPORT_MAX_UNPACKED_BYTES); send it in parts or as CSV`,
							413,
						);
					yield chunk;
				}
			} catch (error) {
				throw error instanceof ImportFault ? error : unreadable(error as Error);
			} finally {
				stream?.destroy();
			}
		},
		close: () => opened.close(),
	};
}

type Tag = { name: string; attributes: { [name: string]: string } };
type Handlers = { open?(tag: Tag): void; text?(text: string): void; close?(name: string): void };

const local = (name: string) => name.slice(name.indexOf(":") + 1);

/** Reads the XML of a part piece by piece; yields after each, so that what was found can be handed on. */
export async function* readXml(bytes: AsyncIterable<Buffer>, on: Handlers): AsyncGenerator<void> {
	const parser = new SaxesParser();
	const decoder = new TextDecoder();
	parser.on("error", (error) => {
		throw unreadable(error);
	});
	parser.on("opentag", ({ name, attributes }: SaxesTagPlain) =>
		on.open?.({ name: local(name), attributes }),
	);
	parser.on("text", (text) => on.text?.(text));
	parser.on("closetag", ({ name }) => on.close?.(local(name)));
	for await (const chunk of bytes) {
		parser.write(decoder.decode(chunk, { stream: true }));
		yield;
	}
	parser.close();
}

import { BASE_PATH } from "../session/address.ts";
import type { ImportRow, Understood } from "./import-file.ts";

/** How a file is to be read, where the hub's guess is wrong. */
export type ReadingChoice = { encoding?: string; sheet?: string };

/** The file could not be read; in the hub's words, or empty if the hub could not be asked. */
export class Unreadable extends Error {
	constructor(
		message: string,
		readonly code: string,
	) {
		super(message);
	}
}

type Line = {
	understood?: Understood;
	names?: string[];
	rows?: Array<{ line: number; cells: string[]; fault?: string }>;
	end?: { rows: number };
	error?: { code: string; message: string };
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The lines of a text that arrives piece by piece. */
async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
	const reader = body.pipeThrough(new TextDecoderStream()).getReader();
	let rest = "";
	while (true) {
		const { done, value } = await reader.read();
		if (done) break;
		const lines = (rest + value).split("\n");
		rest = lines.pop() ?? "";
		yield* lines;
	}
	if (rest) yield rest;
}

async function refusalOf(response: Response): Promise<Unreadable> {
	try {
		const { errors } = (await response.json()) as {
			errors: Array<{ message: string; extensions: { code: string } }>;
		};
		const [error] = errors;
		return new Unreadable(error?.message ?? "", error?.extensions.code ?? "");
	} catch {
		return new Unreadable("", "NOT_THE_HUB");
	}
}

/**
 * Sends a file to the hub, which reads it, and hands over how it was understood and its rows, part by part. Throws
 * Unreadable; an answer that was cut off is one, too.
 */
export async function readFile(
	file: File,
	{ encoding, sheet }: ReadingChoice,
	stop: AbortSignal,
	on: {
		understood(understood: Understood, names: string[]): Promise<void>;
		rows(rows: ImportRow[]): Promise<void>;
		/** All was read; the encoding is known for sure only now. */
		end(understood: Understood): void;
	},
): Promise<void> {
	const asked = new URLSearchParams({
		...(encoding && { encoding }),
		...(sheet && { sheet }),
	});
	let response: Response;
	try {
		response = await fetch(`${BASE_PATH}imports/rows?${asked}`, {
			method: "POST",
			headers: {
				"apollo-require-preflight": "1",
				"content-type": /\.xlsx$/i.test(file.name) ? XLSX : "text/csv",
			},
			body: file,
			cache: "no-store",
			redirect: "manual",
			signal: stop,
		});
	} catch {
		stop.throwIfAborted();
		throw new Unreadable("", "UNREACHABLE");
	}
	const type = response.headers.get("content-type") ?? "";
	if (!response.ok || !response.body || !type.startsWith("application/x-ndjson"))
		throw await refusalOf(response);
	let isWhole = false;
	try {
		for await (const text of linesOf(response.body)) {
			const { understood, names, rows, end, error } = JSON.parse(text) as Line;
			if (error) throw new Unreadable(error.message, error.code);
			if (understood && names) await on.understood(understood, names);
			if (rows) await on.rows(rows);
			if (end && understood) {
				on.end(understood);
				isWhole = true;
			}
		}
	} catch (fault) {
		stop.throwIfAborted();
		if (fault instanceof Unreadable) throw fault;
		throw new Unreadable("", "UNREACHABLE");
	}
	if (!isWhole) throw new Unreadable("", "UNREACHABLE");
}

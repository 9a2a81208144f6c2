import type { Readable } from "node:stream";
import type { ImportLimits } from "../../../shared/config-imports.ts";
import { ImportError } from "./import-error.ts";

/** Fewer bytes within `stallSeconds` of waiting count as a stall. */
const PROGRESS_BYTES = 4096;

type Limits = Pick<ImportLimits, "mostBytes" | "mostSeconds" | "stallSeconds">;

/**
 * Limits the size and duration of an upload. Only time spent waiting for the client counts as a stall, not time in which
 * the hub was busy. Throws ImportError when a limit is exceeded.
 */
export async function* limitUpload(file: Readable, limits: Limits): AsyncGenerator<Buffer> {
	const { mostBytes, mostSeconds, stallSeconds } = limits;
	const end = performance.now() + mostSeconds * 1000;
	const tooLong = () =>
		new ImportError(
			`The import took longer than ${mostSeconds} seconds (HUB_IMPORT_MAX_SECONDS)`,
			408,
		);
	const stalled = () =>
		new ImportError(
			`The upload stalled: fewer than ${PROGRESS_BYTES} bytes arrived within ${stallSeconds} seconds (HUB_IMPORT_STALL_SECONDS)`,
			408,
		);
	const chunks = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
	let total = 0;
	let receivedBytes = 0;
	let patienceMs = stallSeconds * 1000;
	try {
		while (true) {
			const left = end - performance.now();
			if (left <= 0) throw tooLong();
			const since = performance.now();
			const wait = Math.max(1, Math.min(left, patienceMs));
			let timer: NodeJS.Timeout | undefined;
			const timeout = new Promise<"timeout">((resolve) => {
				timer = setTimeout(resolve, wait, "timeout");
			});
			const next = await Promise.race([chunks.next(), timeout]).finally(() => clearTimeout(timer));
			if (next === "timeout") throw left <= wait ? tooLong() : stalled();
			if (next.done) return;
			const chunk = Buffer.from(next.value);
			total += chunk.length;
			if (total > mostBytes)
				throw new ImportError(
					`The file has more than ${mostBytes} bytes (HUB_IMPORT_MAX_BYTES); split it into smaller files`,
					413,
				);
			receivedBytes += chunk.length;
			patienceMs -= performance.now() - since;
			if (receivedBytes >= PROGRESS_BYTES) [receivedBytes, patienceMs] = [0, stallSeconds * 1000];
			yield chunk;
		}
	} finally {
		// The client may still be sending; the route decides how long to keep reading.
		file.on("error", () => undefined);
	}
}

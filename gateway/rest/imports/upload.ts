import type { Readable } from "node:stream";
import type { ImportLimits } from "../../../shared/config-imports.ts";
import { ImportFault } from "./fault.ts";

/** So many bytes within `stallSeconds` of waiting are progress. */
const PROGRESS_BYTES = 4096;

type Limits = Pick<ImportLimits, "mostBytes" | "mostSeconds" | "stallSeconds">;

/**
 * The bytes of an upload, bounded in size and time. Only the time spent waiting for the sender counts as a stall, not
 * that in which the hub was busy. Throws ImportFault where a bound is passed.
 */
export async function* boundedBytes(file: Readable, limits: Limits): AsyncGenerator<Buffer> {
	const { mostBytes, mostSeconds, stallSeconds } = limits;
	const end = Date.now() + mostSeconds * 1000;
	const tooLong = () =>
		new ImportFault(
			`The import took longer than ${mostSeconds} seconds (HUB_IMPORT_MAX_SECONDS)`,
			408,
		);
	const stalled = () =>
		new ImportFault(
			`The upload stalled: less than ${PROGRESS_BYTES} bytes came within ${stallSeconds} seconds (HUB_IMPORT_STALL_SECONDS)`,
			408,
		);
	const chunks = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
	let total = 0;
	let progress = 0;
	let patience = stallSeconds * 1000;
	try {
		while (true) {
			const left = end - Date.now();
			if (left <= 0) throw tooLong();
			const since = Date.now();
			const wait = Math.max(1, Math.min(left, patience));
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
				throw new ImportFault(
					`The file has more than ${mostBytes} bytes (HUB_IMPORT_MAX_BYTES); send it in parts`,
					413,
				);
			progress += chunk.length;
			patience -= Date.now() - since;
			if (progress >= PROGRESS_BYTES) [progress, patience] = [0, stallSeconds * 1000];
			yield chunk;
		}
	} finally {
		// The sender may still be at it: whoever answers it decides how long that is listened to.
		file.on("error", () => undefined);
	}
}

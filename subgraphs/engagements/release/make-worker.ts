import type { Storage } from "../../../shared/database/database.ts";
import { openSnapshot } from "../../../shared/database/snapshot.ts";
import { type Made, type MakeInput, makeRelease } from "./make.ts";
import type { Refusal } from "./refusals.ts";

export type MakeJob = MakeInput & {
	storage: Pick<Storage, "dataDir" | "databaseUrl">;
	/** Shared with whoever waits: how much is done, in thousandths. */
	progress: SharedArrayBuffer;
};

/** Run in a thread, since it reads and counts for up to minutes. */
export async function run({ storage, progress, ...input }: MakeJob): Promise<Made | Refusal[]> {
	const done = new Int32Array(progress);
	const snapshot = await openSnapshot(storage, "engagements");
	try {
		return await makeRelease(snapshot, input, (share) => {
			Atomics.store(done, 0, Math.floor(share * 1000));
		});
	} finally {
		await snapshot.close();
	}
}

import type { Storage } from "../../../shared/database/database.ts";
import { openSnapshot } from "../../../shared/database/snapshot.ts";
import { type Made, type MakeInput, makeRelease } from "./make.ts";
import type { Refusal } from "./refusals.ts";

export type MakeJob = MakeInput & { storage: Pick<Storage, "dataDir" | "databaseUrl"> };

/** Run in a process of its own, since it reads and counts for up to minutes. Reports how much is done, 0 to 1. */
export async function run(
	{ storage, ...input }: MakeJob,
	report: (share: number) => void,
): Promise<Made | Refusal[]> {
	const snapshot = await openSnapshot(storage, "engagements");
	let reported = 0;
	const reportSome = (share: number) => {
		const thousandths = Math.floor(share * 1000);
		if (thousandths > reported) report(thousandths / 1000);
		reported = Math.max(reported, thousandths);
	};
	try {
		return await makeRelease(snapshot, input, reportSome);
	} finally {
		await snapshot.close();
	}
}

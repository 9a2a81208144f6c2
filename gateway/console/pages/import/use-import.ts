import { useEffect, useMemo, useSyncExternalStore } from "react";
import { open } from "../../offline/import.ts";
import { tallyOf, toMend } from "../../offline/import-file.ts";
import { currentImport, subscribeToImport } from "../../offline/import-work.ts";
import type { SignedIn } from "../../session/states.ts";

/** The import that is under way on this device, opened for who is here, with how its rows stand. */
export function useImport(viewer: SignedIn) {
	const work = useSyncExternalStore(subscribeToImport, currentImport);
	const { subject, center, role } = viewer;
	useEffect(() => void open({ subject, center, role }), [subject, center, role]);
	const { version, rows } = work;
	// `rows` is the same list when its rows have changed.
	const standing = useMemo(() => ({ tally: tallyOf(rows), wrong: toMend(rows) }), [version, rows]);
	return { ...work, ...standing };
}

/** An import that is open, as its panels are given it. */
export type OpenImport = ReturnType<typeof useImport> & {
	file: NonNullable<ReturnType<typeof useImport>["file"]>;
};

import { periodOf, subjectOf } from "../../parts/engagement-words.ts";
import { hubNow } from "../../session/session.ts";
import { useWords } from "../../words/use-words.ts";
import { daysSince } from "./address.ts";
import type { Waiting } from "./worklist.ts";

/** What a row says in words. */
export function useRowWords(row: Waiting) {
	const t = useWords();
	const { sme, startedOn, endedOn, submittedAt, kind } = row;
	const day = periodOf(t, startedOn, endedOn) ?? "";
	return {
		place: [sme.city, sme.state?.slice(3)].filter(Boolean).join(", "),
		subject: subjectOf(t, row),
		day,
		days: submittedAt ? daysSince(submittedAt, hubNow()) : undefined,
		choose: t("approvals.choose", { name: sme.name, kind: t(`kind.${kind}`), day }),
	};
}

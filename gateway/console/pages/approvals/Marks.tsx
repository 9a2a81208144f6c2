import { useWords } from "../../words/use-words.ts";
import look from "./Approvals.module.css";
import type { Mark, Waiting } from "./worklist.ts";

type Props = { row: Waiting; mark: Mark | undefined };

/** What is to be known of a record before it is decided on. */
export function Marks({ row, mark }: Props) {
	const t = useWords();
	const said: string[] = [];
	if (row.late) said.push(t("approvals.mark.late"));
	if (row.likelyDuplicates.length > 0)
		said.push(t("approvals.mark.twins", { count: row.likelyDuplicates.length }));
	if (mark?.type === "REFUSED") said.push(t("approvals.mark.refused", { why: mark.message }));
	if (mark?.type === "CHANGED")
		said.push(
			row.status === "SUBMITTED"
				? t(mark.isLooked ? "approvals.mark.looked" : "approvals.mark.changed")
				: t("approvals.mark.moved", { status: t(`work.status.${row.status}`) }),
		);
	return said.map((text) => (
		<span key={text} className={look.mark}>
			{text}
		</span>
	));
}

import type { DoubtFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import look from "./Figure.module.css";

type Props = { doubts: readonly DoubtFieldsFragment[]; seriesBreak?: string | null };

/** Marks beside a figure: its definition changed, it is doubtful, or it was. */
export function Marks({ doubts, seriesBreak }: Props) {
	const t = useWords();
	const isDoubted = doubts.length > 0;
	const isOpen = doubts.some(({ settled }) => !settled);
	if (!seriesBreak && !isDoubted) return null;
	return (
		<span className={look.marks}>
			<span aria-hidden="true">
				{seriesBreak && "⌇"}
				{isDoubted && (isOpen ? "?" : "*")}
			</span>
			<span className="unseen">
				{seriesBreak && ` ${t("mark.break")}`}
				{isDoubted && ` ${t(isOpen ? "mark.doubt" : "mark.settled")}`}
			</span>
		</span>
	);
}

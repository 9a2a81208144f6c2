import type { FigureAnswer } from "../../graphql/graphql.ts";
import { NotAvailable } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";

/** Why there is no value: what it means, and the hub's own words, which are English. */
export function Absent({ answer, reason }: { answer: FigureAnswer; reason?: string | null }) {
	const t = useWords();
	if (reason && t.language === "en") return <NotAvailable reason={reason} />;
	return (
		<>
			<NotAvailable reason={t(`figures.answer.${answer}`)} />
			{reason && (
				<span className="quiet" lang="en">
					{" "}
					({reason})
				</span>
			)}
		</>
	);
}

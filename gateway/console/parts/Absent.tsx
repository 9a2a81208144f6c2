import type { FigureAnswer } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import { NotAvailable } from "./Status.tsx";

/** Why the hub gives no figure: in the language of the page, and in the hub's own words, which are English. */
export function Absent({ answer, reason }: { answer: FigureAnswer; reason: string | null }) {
	const t = useWords();
	if (t.language === "en" && reason) return <NotAvailable reason={reason} />;
	return (
		<>
			<NotAvailable reason={t(`profile.answer.${answer}`)} />
			{reason && (
				<div className="quiet" lang="en">
					{reason}
				</div>
			)}
		</>
	);
}

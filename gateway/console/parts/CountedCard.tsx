import { Link } from "@tanstack/react-router";
import { useWords } from "../words/use-words.ts";
import look from "./SourceCard.module.css";
import { closeSource, type Opened } from "./source-sheet.ts";
import { TakeAlong } from "./TakeAlong.tsx";

/** How the hub counted a figure, and where the records are. */
export function CountedCard({ counted }: { counted: Opened & { kind: "counted" } }) {
	const t = useWords();
	return (
		<div className={look.card}>
			<p className={look.value}>{counted.text}</p>
			<p>{t(counted.how)}</p>
			<p className="quiet">{t("counted.by-hub")}</p>
			{counted.records && (
				<p>
					<Link to={counted.records as "/"} onClick={closeSource}>
						{t("counted.records")}
					</Link>
				</p>
			)}
			{counted.asked && <TakeAlong file="counted" asked={counted.asked} />}
		</div>
	);
}

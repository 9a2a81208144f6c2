import type { ReactNode } from "react";
import type { DoubtFieldsFragment, SourceFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import look from "./SourceCard.module.css";
import { SourceLine } from "./SourceLine.tsx";
import type { Told } from "./source-sheet.ts";

function DoubtLine({ doubt }: { doubt: DoubtFieldsFragment }) {
	const t = useWords();
	return (
		<div className={look.doubt}>
			<h3>
				{t(doubt.settled ? "doubt.settled" : "doubt.open", { id: doubt.id, what: doubt.what })}
			</h3>
			{doubt.printed && <p>{t("doubt.printed", { text: doubt.printed })}</p>}
			{doubt.right && <p>{t("doubt.right", { text: doubt.right })}</p>}
			<p className="quiet">{doubt.why}</p>
			{doubt.settledBy && (
				<p className="quiet">{t("doubt.settled-by", { text: doubt.settledBy })}</p>
			)}
		</div>
	);
}

type Props = {
	/** What was read, as it is shown. */
	text: string;
	told?: Told;
	/** None of what the hub computed. */
	source?: SourceFieldsFragment;
	doubts?: readonly DoubtFieldsFragment[];
	children?: ReactNode;
};

/** What was read, what is told of it, its document, and what is doubtful. */
export function Card({ text, told = [], source, doubts = [], children }: Props) {
	const t = useWords();
	return (
		<div className={look.card}>
			<p className={look.value}>{text}</p>
			<dl>
				{told.map(
					([name, value]) =>
						value && (
							<div key={name} style={{ display: "contents" }}>
								<dt>{name}</dt>
								<dd>{value}</dd>
							</div>
						),
				)}
				{source && (
					<>
						<dt>{t("source.document")}</dt>
						<dd>
							<SourceLine source={source} />
						</dd>
					</>
				)}
			</dl>
			{!source && <p className="quiet">{t("counted.by-hub")}</p>}
			{doubts.map((doubt) => (
				<DoubtLine key={doubt.id} doubt={doubt} />
			))}
			{children}
		</div>
	);
}

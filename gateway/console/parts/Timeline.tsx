import type { ReactNode } from "react";
import type { DoubtFieldsFragment, SourceFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import { Sourced } from "./Sourced.tsx";
import look from "./Timeline.module.css";

export type Happening = {
	/** Tells it from others of that date and name. */
	id?: string;
	/** As precise as its source. */
	date: string;
	/** What happened. */
	name: string;
	asPrinted?: string | null;
	reason?: string | null;
	/** Absent for what was logged and read nowhere. */
	source: SourceFieldsFragment | null;
	doubts?: readonly DoubtFieldsFragment[];
	/** More of it, for example what other sources say. */
	more?: ReactNode;
};

/** What happened, earliest first; each date opens onto its source. */
export function Timeline({ happenings }: { happenings: readonly Happening[] }) {
	const t = useWords();
	return (
		<ol className={look.line}>
			{happenings.map(({ id, date, name, asPrinted, reason, source, doubts, more }) => (
				<li key={id ?? `${date} ${name}`} className={look.happening}>
					<span className={look.date}>
						{source ? (
							<Sourced
								name={name}
								source={source}
								doubts={doubts}
								told={[
									[t("source.printed"), asPrinted],
									[t("source.reason"), reason],
								]}
							>
								{t.date(date)}
							</Sourced>
						) : (
							t.date(date)
						)}
					</span>
					<div>
						{name}
						{more}
					</div>
				</li>
			))}
		</ol>
	);
}

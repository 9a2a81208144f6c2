import type { RevisionFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import look from "./History.module.css";

type Change = RevisionFieldsFragment["changes"][number];

function Value({ children }: { children: string | null }) {
	const t = useWords();
	return children === null ? (
		<span className="quiet">{t("history.empty-value")}</span>
	) : (
		<code>{children}</code>
	);
}

function ChangeLine({ change: { field, before, after } }: { change: Change }) {
	const t = useWords();
	return (
		<li>
			{t.rich("history.change", {
				field: t.maybe(`field.${field}`, field.replaceAll("_", " ")),
				before: <Value>{before}</Value>,
				after: <Value>{after}</Value>,
			})}
		</li>
	);
}

/** The changes of a record, earliest first: what was done, when, by whom and why, with the values before and after. */
export function History({ revisions }: { revisions: readonly RevisionFieldsFragment[] }) {
	const t = useWords();
	if (revisions.length === 0) return <p className="quiet">{t("history.none")}</p>;
	return (
		<ol className={look.list}>
			{revisions.map(({ id, revision, action, at, by, role, reason, changes }) => (
				<li key={id} className={look.revision}>
					<span className={look.number}>{revision}</span>
					<div>
						<p>
							<strong>{t.maybe(`action.${action}`, action)}</strong>{" "}
							<time dateTime={at}>
								{t("history.at", { date: t.date(at), time: at.slice(11, 16) })}
							</time>
							{t("history.by", { by, role: t.maybe(`role.${role}`, role) })}
						</p>
						{reason && <p>{t("history.reason", { reason })}</p>}
						{changes.length > 0 && (
							<ul className={look.changes}>
								{changes.map((change) => (
									<ChangeLine key={change.field} change={change} />
								))}
							</ul>
						)}
					</div>
				</li>
			))}
		</ol>
	);
}

import type { RevisionFieldsFragment } from "../graphql/graphql.ts";
import { useSession } from "../session/use-session.ts";
import { useWords } from "../words/use-words.ts";
import { ChangedFields } from "./ChangedFields.tsx";
import look from "./ChangeTimeline.module.css";
import { fieldText, momentText, saidChanges } from "./change-values.ts";
import { EngagementLink } from "./EngagementLink.tsx";
import { RecordLink } from "./RecordLink.tsx";

type Props = {
	revision: RevisionFieldsFragment;
	/** Id of the record whose changes are shown. */
	within: string;
};

/** The record that was changed, where it is another than the one whose changes are shown. */
function Changed({ revision: { recordType, recordId, recordName } }: Pick<Props, "revision">) {
	const t = useWords();
	const name = recordName ?? t.maybe(`changes.record.${recordType}`, recordType);
	if (recordType === "SME")
		return (
			<RecordLink type="Sme" id={recordId}>
				{name}
			</RecordLink>
		);
	if (recordType === "ENGAGEMENT") return <EngagementLink id={recordId}>{name}</EngagementLink>;
	return name;
}

/** Who made a change. */
function useAuthor({ by, role }: RevisionFieldsFragment): string {
	const t = useWords();
	const { viewer } = useSession();
	const said = t.maybe(`changes.role.${role}`, role);
	const isOwn = viewer?.subject === by && viewer.role === role;
	return isOwn ? t("changes.you", { role: said }) : t("changes.person", { name: by, role: said });
}

/** A field as changes name it: started_on for startedOn. */
const asChanged = (field: string) =>
	field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** One change: what was done, through what, when, by whom and why, with the values before and after. */
export function ChangeEntry({ revision, within }: Props) {
	const t = useWords();
	const author = useAuthor(revision);
	const { action, at, origin, reason, about, recordId, changes } = revision;
	const when = <time dateTime={at}>{`${momentText(t, at)} UTC`}</time>;
	return (
		<li className={look.entry}>
			<p>
				<strong>{t.maybe(`changes.action.${action}`, action)}</strong>{" "}
				{recordId !== within && (
					<>{t.rich("changes.of", { record: <Changed revision={revision} /> })} </>
				)}
				<span className="quiet">{t.maybe(`changes.origin.${origin}`, origin)}</span>
			</p>
			<p className={look.when}>
				{origin === "SEED" ? when : t.rich("changes.by", { at: when, by: author })}
			</p>
			{reason && (
				<p className={look.reason}>
					{about
						? t("changes.reason-about", { field: fieldText(t, asChanged(about)), reason })
						: t("changes.reason", { reason })}
				</p>
			)}
			<ChangedFields changes={saidChanges(changes)} />
		</li>
	);
}

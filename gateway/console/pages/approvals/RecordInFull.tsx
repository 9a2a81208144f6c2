import type { ApprovalRecordQuery } from "../../graphql/graphql.ts";
import { ChangeList } from "../../parts/ChangeList.tsx";
import { ChangesFold } from "../../parts/ChangesFold.tsx";
import { EngagementLink } from "../../parts/EngagementLink.tsx";
import { Fact, Facts } from "../../parts/Facts.tsx";
import { KindFacts } from "../../parts/KindFacts.tsx";
import { KindMark } from "../../parts/KindMark.tsx";
import { Providers } from "../../parts/Providers.tsx";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { NotAvailable } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Approvals.module.css";
import type { Mark } from "./worklist.ts";

type Full = NonNullable<ApprovalRecordQuery["engagement"]>;

/** Others that may be the same service, to be compared before one is approved. */
function Twins({ twins }: { twins: Full["likelyDuplicates"] }) {
	const t = useWords();
	if (twins.length === 0) return null;
	return (
		<div className={look.warning}>
			<p>{t("approvals.twins", { count: twins.length })}</p>
			<ul>
				{twins.map(({ id, title, startedOn, loggedBy, status }) => (
					<li key={id}>
						<EngagementLink id={id}>{title ?? (startedOn ? t.date(startedOn) : id)}</EngagementLink>{" "}
						<span className="quiet">
							{[loggedBy, t(`work.status.${status}`)].filter(Boolean).join(" · ")}
						</span>
					</li>
				))}
			</ul>
		</div>
	);
}

/** What somebody changed after it was last seen here. */
function ChangedSince({ record, mark }: { record: Full; mark: Mark | undefined }) {
	const t = useWords();
	if (mark?.type !== "CHANGED") return null;
	return (
		<div className={look.warning}>
			<p>{t("approvals.changed-since")}</p>
			<ChangeList
				revisions={record.history.filter(({ revision }) => revision > mark.seen)}
				within={record.id}
			/>
		</div>
	);
}

/** Changes by those who write the record: their reason says why it is late. */
const WRITTEN = ["logged", "amended", "imported", "imported again"];

/** A record in full: what is doubtful of it, what it says, and how it came about. */
export function RecordInFull({ record, mark }: { record: Full; mark: Mark | undefined }) {
	const t = useWords();
	const { sme, kind, center, institute, startedOn, endedOn, note, loggedBy, history } = record;
	const written = history.findLast(({ reason, action }) => reason && WRITTEN.includes(action));
	return (
		<>
			<ChangedSince record={record} mark={mark} />
			{mark?.type === "REFUSED" && <p className={look.warning}>{mark.message}</p>}
			<Twins twins={record.likelyDuplicates} />
			<Facts>
				<Fact name={t("trace.manufacturer")}>
					<RecordLink type="Sme" id={sme.id}>
						{sme.name}
					</RecordLink>{" "}
					{[sme.city, sme.state?.slice(3)].filter(Boolean).join(", ")}
				</Fact>
				<Fact name={t("trace.kind")}>
					<KindMark kind={kind} />
				</Fact>
				<Fact name={t("trace.provider")}>
					<Providers center={center} institute={institute} />
				</Fact>
				<Fact name={t("engagement.started")}>
					{startedOn ? t.date(startedOn) : <NotAvailable reason={t("trace.no-date")} />}
				</Fact>
				<Fact name={t("engagement.ended")}>{endedOn && t.date(endedOn)}</Fact>
				<KindFacts service={record} />
				<Fact name={t("approvals.note")}>{note}</Fact>
				<Fact name={t("approvals.by")}>{loggedBy}</Fact>
				<Fact name={t("approvals.late")}>
					{record.late && t("approvals.late-because", { reason: written?.reason ?? "" })}
				</Fact>
			</Facts>
			<ChangesFold id={record.id} />
		</>
	);
}

import { useRef } from "react";
import { Waiting } from "../../parts/Answered.tsx";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { useAddress } from "../../parts/use-address.ts";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Approvals.module.css";
import { KNOWN } from "./address.ts";
import { Bar } from "./Bar.tsx";
import { Detail } from "./Detail.tsx";
import { Filters } from "./Filters.tsx";
import { KeysHelp } from "./KeysHelp.tsx";
import { RecordCards } from "./RecordCards.tsx";
import { RecordsGrid } from "./RecordsGrid.tsx";
import { useApprovals } from "./use-approvals.ts";
import { useKeys } from "./use-keys.ts";
import { looked, moveTo } from "./worklist.ts";

/** The list of what waits, with the record that is open beside it, or on a phone in it. */
export function Approvals({ viewer }: { viewer: SignedIn }) {
	const t = useWords();
	const address = useAddress(KNOWN);
	const heading = useRef<HTMLHeadingElement>(null);
	const state = useApprovals(viewer, address);
	const { isNarrow, query, list, rows, opened, openId, change } = state;
	const keys = useKeys(state, heading);
	const detail = opened && (
		<Detail
			key={opened.id}
			row={opened}
			mark={list.marks.get(opened.id)}
			list={list}
			heading={heading}
			onLooked={(row) => change((now) => looked(now, row))}
			onAsk={(choice, row) => state.ask(choice, [row])}
			onDismiss={state.dismiss}
			onClose={state.close}
		/>
	);
	const isNarrowed = Object.keys(address.says).length > 0;
	const records = isNarrow ? (
		<RecordCards
			rows={rows}
			list={list}
			openId={openId}
			onToggle={state.toggle}
			onOpen={state.open}
			detail={detail}
		/>
	) : (
		<RecordsGrid
			rows={rows}
			list={list}
			at={state.at}
			focus={state.focus}
			openId={openId}
			onKey={keys.press}
			onToggle={state.toggle}
			onOpen={state.open}
			onCurrent={(row) => change((now) => moveTo(now, row.id))}
		/>
	);
	return (
		<>
			<NotUnderstood {...address} />
			{isNarrow && (
				<details className={look.narrowing} open={isNarrowed}>
					<summary>{t("approvals.filters")}</summary>
					<Filters address={address} />
				</details>
			)}
			{!isNarrow && (
				<>
					<Filters address={address} />
					<Bar state={state} />
					<KeysHelp isOpen={keys.isHelpOpen} onToggle={keys.toggleHelp} />
				</>
			)}
			<div className={opened && !isNarrow ? look.two : undefined}>
				<div>
					<PagedRows
						name={t("approvals.list")}
						part={t("approvals.list.part")}
						query={query}
						pageOf={({ engagements }) => engagements}
						height={900}
					>
						{() =>
							rows.length > 0 ? (
								records
							) : state.total > 0 ? (
								<Waiting name={t("approvals.list")} height={300} />
							) : (
								<p className={look.empty}>
									{t(isNarrowed ? "approvals.none-match" : "approvals.none")}
								</p>
							)
						}
					</PagedRows>
				</div>
				{!isNarrow && detail}
			</div>
			{/* In the order in which it is seen: above the bar of a phone. */}
			{isNarrow && <Bar state={state} />}
		</>
	);
}

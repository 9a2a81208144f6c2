import type { ReactNode } from "react";
import { type Option, Picker } from "../../parts/Picker.tsx";
import { useWords, type Words } from "../../words/use-words.ts";
import { type Address, PICKED, type Picked } from "./address.ts";
import { namesOf, tableName } from "./names.ts";
import type { Place, Release } from "./place.ts";
import look from "./Sentence.module.css";
import type { Shown } from "./use-statistics.ts";

type Props = {
	place: Place | undefined;
	releases: readonly Release[];
	shown: Shown | undefined;
	change: (more: Address) => void;
};

/** A part of the sentence that is one of several. */
function One(props: {
	label: string;
	options: Option[];
	value: string;
	onChange: (value: string) => void;
	children: ReactNode;
}) {
	const { onChange, value, ...rest } = props;
	return (
		<Picker {...rest} value={[value]} isSingle onChange={([next]) => next && onChange(next)} />
	);
}

/** What another table does not have. */
const OF_TABLE = {
	measure: undefined,
	kind: undefined,
	metric: undefined,
	verification: undefined,
};

/** As within a sentence. */
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const releaseName = (t: Words, { number }: Release) => t("statistics.release", { number });

/** What is shown, as a sentence whose parts can be changed. */
export function Sentence({ place, releases, shown, change }: Props) {
	const t = useWords();
	if (!place) return <h1 className={look.sentence}>{t("statistics.title")}</h1>;
	const { release, table, isNewest } = place;
	const title = (id: string) =>
		tableName(t, id, release.tables.find((one) => one.table === id)?.title ?? id);
	const names = shown && namesOf(t, shown.table, shown.view);
	const pick = (name: Picked): ReactNode => {
		const which = shown?.table.dimensions.findIndex(({ id }) => id === name) ?? -1;
		const dimension = shown?.table.dimensions[which];
		if (!shown || !names || !dimension) return null;
		const place = shown.view.at[which] ?? 0;
		const { only } = shown.table.measures[shown.view.measure] ?? {};
		return (
			<One
				key={name}
				label={names.dimension(dimension)}
				options={dimension.values.map(({ id }, at) => ({ id, name: names.value(dimension, at) }))}
				value={dimension.values[place]?.id ?? ""}
				onChange={(value) =>
					// A measure that does not apply there makes room for one that does.
					change({
						[name]: value,
						...(only?.dimension === name && !only.values.includes(value) && { measure: undefined }),
					})
				}
			>
				{lowered(names.value(dimension, place))}
			</One>
		);
	};
	const picks = PICKED.map(pick).filter(Boolean);
	return (
		<h1 className={look.sentence}>
			{t.rich("statistics.sentence", {
				table: (
					<One
						label={t("statistics.pick.table")}
						options={release.tables.map(({ table: id }) => ({ id, name: title(id) }))}
						value={table}
						onChange={(value) =>
							change({
								table: value,
								compare: undefined,
								level: undefined,
								...(value.split("-")[0] !== table.split("-")[0] && OF_TABLE),
							})
						}
					>
						{title(table)}
					</One>
				),
				measure: shown && names && (
					<One
						label={t("statistics.pick.measure")}
						options={shown.table.measures.map((one) => ({
							id: one.id,
							name: names.measureName(one),
						}))}
						value={shown.table.measures[shown.view.measure]?.id ?? ""}
						onChange={(value) => {
							const { only } = shown.table.measures.find(({ id }) => id === value) ?? {};
							const [first] = only?.values ?? [];
							const keeps = only?.values.includes(shownValue(shown, only.dimension));
							change({ measure: value, ...(only && !keeps && { [only.dimension]: first }) });
						}}
					>
						{lowered(names.measureInSentence)}
					</One>
				),
				picks: (
					<>
						{picks.map((one, index) => (
							<span key={PICKED[index]}>
								{index > 0 && t("statistics.and")}
								{one}
							</span>
						))}
					</>
				),
				release: (
					<One
						label={t("statistics.pick.release")}
						options={releases.map((one) => ({
							id: String(one.number),
							name: releaseName(t, one),
							about: t.date(one.publishedAt),
						}))}
						value={String(release.number)}
						onChange={(value) =>
							change({
								release: value === String(releases[0]?.number) ? undefined : value,
							})
						}
					>
						{isNewest
							? t("statistics.newest", { number: release.number })
							: lowered(releaseName(t, release))}
					</One>
				),
			})}
		</h1>
	);
}

/** The value of a dimension that is shown. */
function shownValue({ table, view }: Shown, dimension: string): string {
	const which = table.dimensions.findIndex(({ id }) => id === dimension);
	return table.dimensions[which]?.values[view.at[which] ?? 0]?.id ?? "";
}

import states from "virtual:us-states";
import { useWords } from "../../words/use-words.ts";
import look from "./MapPanel.module.css";
import { type Link, type StatePlaces, spread } from "./places.ts";

type Props = {
	places: readonly StatePlaces[];
	links: readonly Link[];
	chosen: string | undefined;
	onChoose: (state: string | undefined) => void;
};

const GAP = 13;

/** A bent line between the middles of two states. */
function bent(link: Link): string {
	const [x1, y1] = states[link.from]?.middle ?? [0, 0];
	const [x2, y2] = states[link.to]?.middle ?? [0, 0];
	const lift = Math.hypot(x2 - x1, y2 - y1) * 0.2;
	return `M${x1} ${y1}Q${(x1 + x2) / 2} ${(y1 + y2) / 2 - lift} ${x2} ${y2}`;
}

function Marks({ place }: { place: StatePlaces }) {
	const middle = states[place.state]?.middle;
	if (!middle) return null;
	const marks = [
		...place.centers.map(({ id, name }) => ({ key: id, name, shape: "center" as const })),
		...place.institutes.map(({ id, name }) => ({ key: id, name, shape: "institute" as const })),
		...place.branches.map(({ institute, name }, index) => ({
			key: `${institute.id} ${index}`,
			name: `${institute.name}: ${name}`,
			shape: "branch" as const,
		})),
	];
	const at = spread(marks.length, middle, GAP);
	return marks.map(({ key, name, shape }, index) => {
		const [x, y] = at[index] ?? middle;
		return (
			<g key={key} className={look[shape]} transform={`translate(${x} ${y})`}>
				<title>{name}</title>
				{shape === "center" && <rect x="-4" y="-4" width="8" height="8" />}
				{shape === "institute" && <circle r="5" />}
				{shape === "branch" && <circle r="3.5" />}
			</g>
		);
	});
}

/** Centers and institutes in their states. The list beside it says the same, and is what the keyboard walks. */
export default function UsMap({ places, links, chosen, onChoose }: Props) {
	const t = useWords();
	const drawn = links.filter(({ from, to }) => states[from] && states[to]);
	const isLinked = ({ from, to }: Link) => !chosen || chosen === from || chosen === to;
	return (
		<figure>
			<svg
				className={look.map}
				viewBox="-5 0 985 612"
				role="img"
				aria-label={t("overview.map.label")}
			>
				{Object.entries(states).map(([code, { name, d }]) => (
					<path
						key={code}
						className={`${look.state} ${code === chosen ? look.chosen : ""}`}
						d={d}
						onClick={() => onChoose(code === chosen ? undefined : code)}
					>
						<title>{name}</title>
					</path>
				))}
				<g className={look.links}>
					{drawn.map((link) => (
						<path
							key={link.key}
							className={`${look[link.kind]} ${isLinked(link) ? "" : look.faint}`}
							d={bent(link)}
						/>
					))}
				</g>
				<g className={look.marks}>
					{places.map((place) => (
						<Marks key={place.state} place={place} />
					))}
				</g>
			</svg>
			<figcaption className={look.legend}>
				<span className={look.center}>
					<svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
						<rect x="-4" y="-4" width="8" height="8" />
					</svg>
					{t("overview.map.center")}
				</span>
				<span className={look.institute}>
					<svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
						<circle r="5" />
					</svg>
					{t("overview.map.institute")}
				</span>
				<span className={look.branch}>
					<svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
						<circle r="3.5" />
					</svg>
					{t("overview.map.branch")}
				</span>
				<span>
					<svg width="24" height="8" aria-hidden="true">
						<path className={look.embedding} d="M0 4H24" />
					</svg>
					{t("overview.map.embedding")}
				</span>
			</figcaption>
		</figure>
	);
}

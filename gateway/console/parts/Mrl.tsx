import { useWords } from "../words/use-words.ts";
import look from "./Mrl.module.css";

const LEVELS = Array.from({ length: 10 }, (_, index) => index + 1);
const SIDE = 9;

type Props = { from: number | null | undefined; to: number | null | undefined };

/** Manufacturing readiness before and after, in words and as ten marks of which those in between are filled. */
export function Mrl({ from, to }: Props) {
	const t = useWords();
	if (!from && !to) return null;
	const words =
		from && to
			? t("mrl.from-to", { from, to })
			: from
				? t("mrl.from", { from })
				: t("mrl.to", { to });
	const first = from ?? to ?? 0;
	const last = to ?? from ?? 0;
	return (
		<span className={look.mrl}>
			<svg width={10 * (SIDE + 2)} height={SIDE} aria-hidden="true">
				{LEVELS.map((level) => (
					<rect
						key={level}
						className={level >= first && level <= last ? look.reached : undefined}
						x={(level - 1) * (SIDE + 2) + 0.5}
						y="0.5"
						width={SIDE - 1}
						height={SIDE - 1}
					/>
				))}
			</svg>
			{words}
		</span>
	);
}

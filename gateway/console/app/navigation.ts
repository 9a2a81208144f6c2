import { useRouter } from "@tanstack/react-router";
import { probableViewer } from "../session/last-viewer.ts";
import { useSession } from "../session/use-session.ts";
import type { MessageId } from "../words/ids.ts";

type Place = { path: string; title: MessageId; place: number };

/** The pages that the navigation lists for who is here, in their order. */
export function useNavigation(): Place[] {
	const { routesById } = useRouter();
	const viewer = probableViewer(useSession());
	const places = Object.values(routesById).flatMap((route) => {
		const { title, place, roles } = route.options.staticData ?? {};
		const isTheirs = !roles || (viewer && roles.includes(viewer.role));
		return title && place !== undefined && isTheirs
			? [{ path: route.fullPath as string, title, place }]
			: [];
	});
	return places.sort((a, b) => a.place - b.place);
}

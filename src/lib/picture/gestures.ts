import type { Attachment } from 'svelte/attachments';
import type { Point } from './view';

/** What a hand can do to a picture; points and ways are in CSS pixels of the element. */
export interface GestureTarget {
  /** @returns whether there was anything left to zoom */
  zoom(factor: number, at: Point): boolean;
  pan(by: Point): void;
  /** The pointer lies on a point, or left. */
  point(at: Point | null): void;
  pick(at: Point): void;
}

/** A pointer that moved less than this, in CSS pixels, has clicked. */
const CLICK = 4;

/** One notch of a wheel, about a hundred pixels, zooms by a fifth; a pinch on a touchpad sends smaller ways. */
const WHEEL_RATE = 0.0018;
const TOUCHPAD_RATE = 0.01;
const LINE_HEIGHT = 16;

/** How much a double click goes in. */
const DOUBLE_CLICK = 2;

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);
const middle = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });

/** What Safari on a Mac says of two fingers on a touchpad, where other browsers turn a wheel with Ctrl. */
interface GestureEvents extends HTMLElementEventMap {
  readonly gesturestart: GestureEvent;
  readonly gesturechange: GestureEvent;
}
interface GestureEvent extends MouseEvent {
  /** How far the fingers are apart, as a factor of the way at their start. */
  readonly scale: number;
}

/** Mouse, pen, touch and wheel on an element: dragging, pinching, zooming, pointing and clicking. */
export function gestures(target: GestureTarget): Attachment<HTMLElement> {
  return (element) => {
    const held = new Map<number, Point>();
    let way = 0;
    let pinched = 1;

    const pointOf = (event: MouseEvent): Point => {
      const { left, top } = element.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };

    function onpointerdown(event: PointerEvent) {
      if (event.button !== 0) return;
      if (held.size === 0) way = 0;
      held.set(event.pointerId, pointOf(event));
      element.setPointerCapture(event.pointerId);
    }

    function onpointermove(event: PointerEvent) {
      const at = pointOf(event);
      const before = held.get(event.pointerId);
      if (!before) {
        if (event.pointerType !== 'touch') target.point(at);
        return;
      }
      const [other] = [...held].flatMap(([id, point]) => (id === event.pointerId ? [] : [point]));
      way += distance(before, at);
      held.set(event.pointerId, at);
      if (other) {
        const [from, to] = [middle(before, other), middle(at, other)];
        target.pan({ x: to.x - from.x, y: to.y - from.y });
        target.zoom(distance(at, other) / Math.max(distance(before, other), 1), to);
      } else if (way >= CLICK) target.pan({ x: at.x - before.x, y: at.y - before.y });
    }

    function onpointerup(event: PointerEvent) {
      if (held.delete(event.pointerId) && held.size === 0 && way < CLICK) target.pick(pointOf(event));
    }

    function ongesturechange(event: GestureEvent) {
      event.preventDefault();
      // Fingers on a screen are pointers already.
      if (held.size === 0) target.zoom(event.scale / pinched, pointOf(event));
      pinched = event.scale;
    }

    const listeners: {
      readonly [Name in keyof GestureEvents]?: (event: GestureEvents[Name]) => void;
    } = {
      pointerdown: onpointerdown,
      pointermove: onpointermove,
      pointerup: onpointerup,
      pointercancel: (event) => held.delete(event.pointerId),
      pointerleave: () => target.point(null),
      dblclick: (event) => target.zoom(DOUBLE_CLICK, pointOf(event)),
      wheel: (event) => {
        const way = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_HEIGHT : 1);
        const factor = Math.exp(-way * (event.ctrlKey ? TOUCHPAD_RATE : WHEEL_RATE));
        // All of the picture is seen and the wheel goes on: then it scrolls the page.
        if (target.zoom(factor, pointOf(event)) || factor > 1) event.preventDefault();
      },
      gesturestart: (event) => {
        event.preventDefault();
        pinched = 1;
      },
      gesturechange: ongesturechange,
      // Two fingers are for the picture, never for the page.
      touchstart: (event) => {
        if (event.touches.length > 1) event.preventDefault();
      }
    };
    const entries = Object.entries(listeners) as [string, EventListener][];
    for (const [name, listener] of entries) element.addEventListener(name, listener, { passive: false });
    return () => {
      for (const [name, listener] of entries) element.removeEventListener(name, listener);
    };
  };
}

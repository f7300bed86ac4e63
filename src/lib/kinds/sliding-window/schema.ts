export { windowSchema as schema } from '../shared/window/schema';

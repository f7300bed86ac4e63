// TensorFlow.js with its CPU backend and, which its entry for Node leaves out, the gradients.
import '@tensorflow/tfjs-backend-cpu';
export * from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';

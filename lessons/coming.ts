/** What the lessons of the curriculum that are not written yet will be called. */
export default {
  batch: { en: 'Batch', ko: '배치' },
  im2col: { en: 'im2col', ko: 'im2col' },
  filters: { en: 'Filters on a photograph', ko: '사진 위의 필터' },
  activation: { en: 'Activation', ko: '활성화 함수' },
  architecture: { en: 'A whole network', ko: '신경망 전체' },
  'fully-connected': { en: 'Fully connected layer and softmax', ko: '완전연결층과 소프트맥스' },
  'famous-networks': { en: 'Famous networks', ko: '이름난 신경망' },
  'loss-and-descent': { en: 'Loss and gradient descent', ko: '손실과 경사 하강법' },
  backpropagation: { en: 'Backpropagation', ko: '역전파' },
  optimizers: { en: 'Optimizers', ko: '옵티마이저' },
  'batch-norm': { en: 'Batch normalisation', ko: '배치 정규화' },
  dropout: { en: 'Dropout', ko: '드롭아웃' },
  'what-filters-learn': { en: 'What filters learn', ko: '필터는 무엇을 배우는가' },
  transfer: { en: 'Transfer learning', ko: '전이 학습' }
} as const;
